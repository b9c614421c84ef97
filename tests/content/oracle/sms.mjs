// Standard input: a JSON list of texts. Prints how many SMS parts sms-segments-calculator counts of each, for SmsSegmentsTests to compare.
import calculator from 'sms-segments-calculator';

let text = '';
for await (const part of process.stdin.setEncoding('utf8')) text += part;
console.log(JSON.stringify(JSON.parse(text).map((t) => new calculator.SegmentedMessage(t).segmentsCount)));
