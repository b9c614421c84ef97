// Makes the pictures of the README: node tests/acceptance/pictures/shot.mjs [chat|kiosk|desk]
// The real programs run in a terminal of their own; xterm.js in Chromium is the terminal. Needs: npm ci in tests/acceptance,
// a Release build of bot and tui, Chromium, fonts-dejavu and fonts-noto-core, script (util-linux).
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { readFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const modules = join(here, '..', 'node_modules', '@xterm');
const images = join(root, 'docs', 'images');
const bot = join(root, 'bot/bin/Release/net10.0/Outreach.Bot.dll');
const tui = join(root, 'tui/bin/Release/net10.0/outreach.dll');
const password = 'a long pass phrase for pictures';
const folder = mkdtempSync(join(tmpdir(), 'outreach-pictures-'));
const port = await freePort();
const environment = {
  ...process.env, LANG: 'C.UTF-8', TERM: 'xterm-256color', DOTNET_ENVIRONMENT: 'Development', ASPNETCORE_ENVIRONMENT: 'Development',
  OUTREACH__DATADIR: join(folder, 'data'), OUTREACH__KEYFILE: join(folder, 'key', 'master.key'), OUTREACH__URLS: `http://127.0.0.1:${port}`,
};
const wait = ms => new Promise(done => setTimeout(done, ms));

/** A program in a terminal; `page` shows it. */
async function terminal(browser, columns, rows, ...args) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  await page.setContent(`<style>${readFileSync(join(modules, 'xterm/css/xterm.css'))}
    body { margin: 0; background: #101418 } #t { display: inline-block; padding: 12px; background: #101418 }
    .xterm-rows span, .xterm-rows div { unicode-bidi: bidi-override; direction: ltr }</style><div id=t></div>`);
  await page.addScriptTag({ path: join(modules, 'xterm/lib/xterm.js') });
  await page.addScriptTag({ path: join(modules, 'addon-unicode11/lib/addon-unicode11.js') });
  const program = spawn('script', ['-qfec', `stty cols ${columns} rows ${rows}; exec dotnet ${tui} ${args.join(' ')}`, '/dev/null'], { env: environment });
  await page.exposeFunction('typed', data => program.stdin.write(Buffer.from(data, 'utf8')));
  await page.evaluate(([columns, rows]) => {
    const t = new Terminal({ cols: columns, rows, fontSize: 17, lineHeight: 1.1, allowProposedApi: true, scrollback: 0, cursorInactiveStyle: 'none',
      fontFamily: '"DejaVu Sans Mono", "Noto Sans Mono", "Noto Sans Ethiopic", monospace', theme: { background: '#101418', foreground: '#e6e6e6' } });
    t.loadAddon(new Unicode11Addon.Unicode11Addon());
    t.unicode.activeVersion = '11';
    t.open(document.getElementById('t'));
    t.onData(window.typed);                                  // what the terminal answers when it is asked what it can do
    window.shown = bytes => new Promise(done => t.write(Uint8Array.from(atob(bytes), c => c.charCodeAt(0)), done));
    window.text = () => Array.from({ length: rows }, (_, y) => t.buffer.active.getLine(y)?.translateToString(true)).join('\n');
  }, [columns, rows]);
  let queue = Promise.resolve();
  program.stdout.on('data', data => { queue = queue.then(() => page.evaluate(b => window.shown(b), data.toString('base64'))); });
  return {
    page,
    text: () => page.evaluate(() => window.text()),
    async press(keys) { program.stdin.write(keys); await wait(700); await queue; },
    async until(words) {
      for (let i = 0; i < 100; i++) { await wait(200); await queue; if ((await this.text()).includes(words)) return; }
      throw new Error(`"${words}" did not appear:\n${await this.text()}`);
    },
    async picture(name) { await wait(300); await queue; await page.locator('#t').screenshot({ path: join(images, name) }); console.log(`docs/images/${name}`, statSync(join(images, name)).size, 'bytes'); },
    async close() { program.kill(); await page.close(); },
  };
}

/** A button of the newest message, and the turn it makes. */
async function press(page, value) {
  const token = () => page.locator('form.say [name=t]').getAttribute('value').catch(() => null);
  const before = await token();
  await page.locator(`#log button[value='${value}']`).last().click();
  for (let i = 0; i < 200 && await token() === before; i++) await wait(20);
}

/** The chat on a phone. */
async function phone(name, language, ...values) {
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}`, locale: language, viewport: { width: 360, height: 740 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/');
  for (const value of [language, ...values]) await press(page, value);
  await wait(500);
  await page.screenshot({ path: join(images, name) });
  console.log(`docs/images/${name}`, statSync(join(images, name)).size, 'bytes');
  await context.close();
}

/** Does in the web chat what the person of a transcript does: choices by button, the rest typed. */
async function chat(transcript) {
  const text = readFileSync(join(root, 'tests/testdata/transcripts', `${transcript}.txt`), 'utf8');
  const [, language, place] = /^# language: (\w\w)\s+place: (\w\w)/m.exec(text) ?? [];
  const lines = text.split('\n').filter(l => /^> (?!\()/.test(l)).map(l => l.slice(2));
  if (!language || !/^\[ask:/.test(lines[0])) return;
  const programme = /^\[ask:(.*)\]$/.exec(lines[0])[1];
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}`, locale: language });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const token = () => page.locator('form.say [name=t]').getAttribute('value').catch(() => null);
  const turn = async act => { const before = await token(); await act(); for (let i = 0; i < 200 && await token() === before; i++) await wait(20); };
  await page.goto('/');
  const group = /^group: (.*)$/m.exec(readFileSync(join(root, 'content/book/programmes', programme, 'programme.yaml'), 'utf8'))[1];
  for (const value of [language, place, 'ask', 'list', `group:${group}`, `programme/${programme}`, `ask:${programme}`])
    await press(page, value);
  for (const line of lines.slice(1))
    await turn(async () => { await page.fill('#w', line.replace(/^\[(.*)\]$/, '$1')); await page.keyboard.press('Enter'); });
  await context.close();
}

function freePort() {
  return new Promise(done => { const s = createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => done(port)); }); });
}

async function started() {
  const host = spawn('dotnet', [bot], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((done, fail) => { host.stdout.on('data', d => String(d).includes('listening on') && done()); host.on('exit', () => fail(new Error('the bot stopped'))); });
  return { stop: () => new Promise(done => { host.removeAllListeners('exit'); host.on('exit', done); host.kill(); }) };
}

const only = process.argv[2];
let host;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const added = spawnSync('dotnet', [tui, 'staff', 'add', 'amira', '--role', 'coordinator', '--region', '*'], { env: environment, input: `${password}\n${password}\n` });
  if (added.status !== 0) throw new Error(String(added.stderr));
  host = await started();                                    // makes the key that kiosks seal to

  if (!only || only === 'chat')
    await phone('chat-ar.png', 'ar', 'ly', 'ask', 'list', 'group:home', 'programme/voluntary-return', 'ask:voluntary-return', 'yes', 'no', '18_59');
  if (!only || only === 'kiosk') {
    for (const [name, language] of [['kiosk-ar.png', '4'], ['kiosk-uk.png', '6']]) {
      const kiosk = await terminal(browser, 80, 22, 'kiosk', '--place', 'ly');
      await kiosk.until('English');
      for (const key of [language, '2', '1', '2', '1', '1']) await kiosk.press(key);
      await kiosk.picture(name);
      await kiosk.close();
    }
  }
  if (!only || only === 'desk') {
    for (const transcript of ['trafficking-swahili', 'child-amharic', 'protection-talk-persian', 'stranded-french', 'family-ukrainian', 'stranded-controlled', 'family-spanish-future-date', 'return-with-family'])
      await chat(transcript);
    const desk = await terminal(browser, 100, 26, 'desk', '--language', 'en');
    await desk.until('assword');
    await desk.press('amira\t');
    await desk.press(`${password}\r`);
    await desk.until('R-');
    await desk.picture('desk.png');
    await desk.close();
  }
} finally {
  await browser.close();
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
