// Peers of the search: minisearch and nlp.js on the corpus and the questions of a file; prints what each ranks and how long each question took.
'use strict';
const fs = require('fs');
const MiniSearch = require('minisearch');
const { containerBootstrap } = require('@nlpjs/core');
const { Nlp } = require('@nlpjs/nlp');
const { LangAll } = require('@nlpjs/lang-all');

const { pages, examples, questions, place } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const languages = [...new Set(examples.map(e => e.lang))];
const micros = since => Number(process.hrtime.bigint() - since) / 1000;

// One index a language over every page, as ours; the examples of a topic are a field of its pages, so that both know the same.
function minisearch() {
  const indexes = new Map(languages.map(lang => {
    const asked = new Map();
    for (const e of examples.filter(e => e.lang === lang)) asked.set(e.topic, (asked.get(e.topic) || '') + ' \n ' + e.text);
    const index = new MiniSearch({ fields: ['title', 'asked', 'text', 'examples'], storeFields: ['topic', 'place'] });
    index.addAll(pages.filter(p => p.lang === lang).map(p => ({ ...p, examples: asked.get(p.topic) || '' })));
    return [lang, index];
  }));
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 2, asked: 2 }, filter: p => p.place === place };
  const ask = q => indexes.get(q.lang).search(q.text, options).map(r => r.topic);
  questions.slice(0, 200).forEach(ask);
  return questions.map(q => { const since = process.hrtime.bigint(); const ranked = ask(q); return { us: micros(since), ranked: ranked.slice(0, 3) }; });
}

// The classifier of nlp.js, taught the same examples.
async function nlpjs() {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangAll);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.log = false;
  languages.forEach(lang => nlp.addLanguage(lang));
  examples.forEach(e => nlp.addDocument(e.lang, e.text, e.topic));
  await nlp.train();
  const ask = async q => (await nlp.process(q.lang, q.text)).classifications.map(c => c.intent).filter(i => i !== 'None');
  for (const q of questions.slice(0, 100)) await ask(q);
  const results = [];
  for (const q of questions) { const since = process.hrtime.bigint(); const ranked = await ask(q); results.push({ us: micros(since), ranked: ranked.slice(0, 3) }); }
  return results;
}

(async () => {
  const mini = minisearch();
  const nlp = await nlpjs();
  fs.writeFileSync(process.argv[3], JSON.stringify({ minisearch: mini, nlpjs: nlp }));
})();
