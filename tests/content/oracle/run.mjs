// Evaluates the expressions of expressions.json with openrosa-xpath-evaluator, in a browser because it needs one.
// Usage: node run.mjs expressions.json > results.json
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const browserPath = process.env.OUTREACH_CHROMIUM ?? '/usr/bin/chromium';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The package is CommonJS and ships no bundle: its few files are given to the page with a require() of ten lines. */
function bundle() {
    const root = dirname(require.resolve('openrosa-xpath-evaluator'));
    const files = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.js'));
    const modules = files.map((name) => `${JSON.stringify(posix.normalize(name))}: (module, exports, require) => {${readFileSync(join(root, name), 'utf8')}\n}`);
    const forge = readFileSync(join(dirname(require.resolve('node-forge/package.json')), 'dist', 'forge.min.js'), 'utf8');
    return `${forge}
        (() => {
            const sources = {${modules.join(',\n')}};
            const loaded = {};
            const load = (path) => {
                if (!loaded[path]) {
                    loaded[path] = { exports: {} };
                    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
                    sources[path](loaded[path], loaded[path].exports, (name) => {
                        if (name.startsWith('node-forge')) return globalThis.forge;
                        return load(new URL(name, 'http://x/' + folder).pathname.slice(1) + '.js');
                    });
                }
                return loaded[path].exports;
            };
            globalThis.openrosa = load('openrosa-xpath.js');
        })();`;
}

/** Runs in the page: one group of expressions, all asked at one place of the instance. */
function evaluateGroup({ instance, repeats, at, cases }) {
    const model = new DOMParser().parseFromString(instance, 'text/xml');
    const evaluator = globalThis.openrosa();
    const resolver = { lookupNamespaceURI: () => null };
    const context = model.evaluate(at, model, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    if (!context) throw new Error(`nothing at ${at}`);

    const pathOf = (element) => (element.parentElement ? pathOf(element.parentElement) : '') + '/' + element.tagName;
    const indexOf = (element) => {
        let index = 1;
        for (let e = element.previousElementSibling; e; e = e.previousElementSibling) if (e.tagName === element.tagName) index++;
        return index;
    };
    const enclosing = {};
    for (let e = context; e; e = e.parentElement) if (repeats.includes(pathOf(e))) enclosing[pathOf(e)] = indexOf(e);

    // As pyxform does: a question in the instance we are in is that one, any other is all of them.
    const reference = (name) => {
        const element = model.getElementsByTagName(name)[0];
        if (!element) throw new Error(`no question ${name}`);
        let path = '';
        return pathOf(element).slice(1).split('/').map((step) => {
            path += '/' + step;
            return enclosing[path] && step !== name ? `/${step}[${enclosing[path]}]` : `/${step}`;
        }).join('');
    };

    // Its indexed-repeat belongs to Enketo's form engine, which rewrites the call to a path; so do we.
    const plainPath = (name) => pathOf(model.getElementsByTagName(name)[0]);
    const indexed = (expression) => expression.replace(/indexed-repeat\(\s*\$\{([\w.-]+)\}((?:\s*,\s*\$\{[\w.-]+\}\s*,\s*\d+)+)\s*\)/g, (_, name, pairs) => {
        let path = plainPath(name);
        for (const [, repeat, index] of pairs.matchAll(/\$\{([\w.-]+)\}\s*,\s*(\d+)/g)) {
            const step = plainPath(repeat).split('/').pop();
            path = path.replace(new RegExp(`/${step}(?=/)`), `/${step}[${index}]`);
        }
        return path;
    });

    return cases.map((expression) => {
        const xpath = indexed(expression).replace(/\$\{([\w.-]+)\}/g, (_, name) => reference(name));
        const ask = (type, read) => {
            try {
                return read(evaluator.evaluate(xpath, context, resolver, type));
            } catch (e) {
                return `error: ${String(e.message ?? e).slice(0, 200)}`;
            }
        };
        return {
            text: ask(XPathResult.STRING_TYPE, (result) => result.stringValue),
            number: ask(XPathResult.NUMBER_TYPE, (result) => String(result.numberValue)),
            truth: ask(XPathResult.BOOLEAN_TYPE, (result) => String(result.booleanValue)),
        };
    });
}

const input = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const script = bundle();
const browser = await chromium.launch({ executablePath: browserPath, args: quiet });
try {
    const results = [];
    for (const group of input.groups) {
        const context = await browser.newContext({ timezoneId: group.zone ?? 'UTC', locale: 'en-US' });
        const page = await context.newPage();
        await page.clock.setFixedTime(new Date(input.now));
        await page.addScriptTag({ content: script });
        const cases = group.cases.map((item) => typeof item === 'string' ? item : item.expression);
        results.push(await page.evaluate(evaluateGroup, { instance: input.instance, repeats: input.repeats, at: group.at ?? '/data/summary', cases }));
        await context.close();
    }
    process.stdout.write(JSON.stringify(results));
} finally {
    await browser.close();
}
