// Trains nlp.js on lines of `topic<TAB>text`, then says which topic each message is about: node understand.mjs TRAINING MESSAGES
// Writes JSON: seconds of training and of a core for it, milliseconds a message, the three best topics of each, megabytes resident.
import { readFileSync } from 'node:fs';
import { containerBootstrap } from '@nlpjs/core';
import { LangNo } from '@nlpjs/lang-no';
import { Nlp } from '@nlpjs/nlp';

const lines = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);

const container = await containerBootstrap();
container.use(Nlp);
container.use(LangNo);
const nlp = container.get('nlp');
Object.assign(nlp.settings, { autoSave: false, log: false });
nlp.addLanguage('no');
for (const line of lines(process.argv[2])) {
  const [topic, text] = line.split('\t');
  nlp.addDocument('no', text, topic);
}
const began = performance.now();
const before = process.cpuUsage();
await nlp.train();
const trained = performance.now();
const used = process.cpuUsage(before);
const topics = [];
for (const text of lines(process.argv[3])) {
  const { classifications } = await nlp.process('no', text);
  topics.push(classifications.map(({ intent }) => intent).filter((intent) => intent !== 'None').slice(0, 3));
}
const spent = performance.now() - trained;
console.log(JSON.stringify({
  training_s: (trained - began) / 1000,
  training_core_s: (used.user + used.system) / 1e6,
  message_ms: spent / topics.length,
  topics,
  memory_mb: process.memoryUsage().rss / 1e6,
}));
