// Prints "language number category form" for each language and number, for PluralRuleTests to compare.
// Argument: JSON of language -> the expression of its Plural-Forms header, which is C and JavaScript alike.
import * as plurals from 'make-plural/plurals';

const expressions = JSON.parse(process.argv[2]);
const numbers = Array.from({ length: 1101 }, (_, n) => n);
for (const base of [1e4, 1e5, 1e6, 2e6, 1e7, 1e9, 1e12, 1e15]) {
  for (const offset of [-1, 0, 1, 2, 5, 11, 12, 21, 22, 100, 102, 103, 111]) numbers.push(base + offset);
}
numbers.push(Number.MAX_SAFE_INTEGER);

for (const [language, expression] of Object.entries(expressions)) {
  const form = new Function('n', `return Number(${expression});`);
  for (const n of numbers) console.log(`${language} ${n} ${plurals[language](n)} ${form(n)}`);
}
