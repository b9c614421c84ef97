// Peer: botbuilder for Node, the six-step interview with its state in memory. usage: node bot.js PORT
// Plain node:http with the smallest shim its adapter needs, no express or restify, so that the peer is at its best.
'use strict';
const http = require('http');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, MemoryStorage, ConversationState } = require('botbuilder');
const { ChoicePrompt, ComponentDialog, DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = require('botbuilder-dialogs');

const port = Number(process.argv[2] || 4000);
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({})); // no app id: open, as in the Emulator
adapter.onTurnError = async (context, error) => {
  console.error(error);
  await context.sendActivity('ERR ' + error.message);
};

const answerOf = step => typeof step.result === 'object' ? step.result.value : step.result;

/** A step that keeps the answer to the question before it and asks the next one. */
const ask = (prompt, question, keepAs, choices) => async step => {
  if (keepAs) step.values[keepAs] = answerOf(step);
  return step.prompt(prompt, choices ? { prompt: question, choices } : { prompt: question });
};

class Interview extends ComponentDialog {
  constructor() {
    super('interview');
    this.addDialog(new TextPrompt('text'));
    this.addDialog(new ChoicePrompt('choice', undefined, 'en-us'));
    this.addDialog(new WaterfallDialog('steps', [
      ask('choice', 'Which language?', null, ['English', 'Français', 'العربية']),
      ask('text', 'What is your name?', 'language'),
      ask('text', 'Where are you now?', 'name'),
      ask('choice', 'What do you need?', 'place', ['Shelter', 'Health', 'Legal help']),
      ask('text', 'How many people are with you?', 'need'),
      ask('text', 'How can we reach you?', 'count'),
      async step => {
        const v = step.values;
        await step.context.sendActivity(`Summary: ${v.language}|${v.name}|${v.place}|${v.need}|${v.count}|${answerOf(step)}`);
        return step.endDialog();
      },
    ]));
    this.initialDialogId = 'steps';
  }
}

const state = new ConversationState(new MemoryStorage());
const dialogState = state.createProperty('DialogState');
const interview = new Interview();

async function turn(context) {
  if (context.activity.type !== 'message') return;
  const dialogs = new DialogSet(dialogState);
  dialogs.add(interview);
  const dialog = await dialogs.createContext(context);
  const result = await dialog.continueDialog();
  if (result.status === DialogTurnStatus.empty) await dialog.beginDialog('interview');
  await state.saveChanges(context, false);
}

/** What the adapter expects of a response. */
function shim(response) {
  response.status = code => { response.statusCode = code; return response; };
  response.header = (name, value) => { response.setHeader(name, value); return response; };
  response.send = body => {
    if (typeof body === 'object') response.setHeader('Content-Type', 'application/json');
    response.end(typeof body === 'object' ? JSON.stringify(body) : body);
    return response;
  };
  return response;
}

http.createServer((request, response) => {
  if (request.method === 'GET') { response.end('ok'); return; }
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    try { request.body = JSON.parse(Buffer.concat(chunks).toString('utf8')); }
    catch { response.statusCode = 400; response.end(); return; }
    adapter.process(request, shim(response), turn).catch(error => {
      console.error(error);
      if (!response.writableEnded) { response.statusCode = 500; response.end(); }
    });
  });
}).listen(port, '127.0.0.1');
