/** Pages made to harm whoever reads them. Each says `words` once, somewhere. */

/** What a run of foreign script would ask for: nobody may ever ask this host for anything. */
export const canaryHost = 'canary.example';
const hit = `https://${canaryHost}/hit`;
const mine = (text: string) => `<p id="own">${text}</p>`;

export const hostileWords = 'The miller weighs every sack twice and writes down the lighter one.';

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Hostile</title>${head}</head><body>${body}</body></html>`;

/** Mark-up that would run if anybody took text for mark-up. */
const script = `"'></title></textarea><img src=${hit} onerror=fetch('${hit}')><script src=${hit}></script><svg onload=fetch('${hit}')>`;
const escaped = script.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const throwingGetters = `<script>
for (const [of, names] of [
  [Document.prototype, ['title', 'body', 'head', 'documentElement', 'URL', 'baseURI', 'adoptedStyleSheets', 'contentType']],
  [Element.prototype, ['shadowRoot', 'textContent', 'localName', 'attributes', 'firstChild']],
  [Node.prototype, ['nodeType', 'parentNode', 'childNodes', 'textContent', 'nextSibling', 'firstChild']],
  [window, ['getSelection', 'getComputedStyle', 'requestIdleCallback']],
]) for (const name of names)
  Object.defineProperty(of, name, { configurable: true, get() { throw new Error('trap'); } });
</script>`;

const replacedPrototypes = `<script>
for (const kind of [Array, Map, Set, WeakMap, Promise, RegExp, String, Generator = Object.getPrototypeOf(function* () {})]) {
  for (const name of Object.getOwnPropertyNames(kind.prototype ?? {})) {
    if (name === 'constructor') continue;
    try { kind.prototype[name] = () => { throw new Error('replaced'); }; } catch {}
  }
}
JSON.parse = JSON.stringify = () => { throw new Error('replaced'); };
Element.prototype.querySelectorAll = Document.prototype.querySelectorAll = () => ({ length: 1e9 });
</script>`;

/** Names that shadow what a script asks a document or an element for. */
const clobbered = `<form name="documentElement"></form><img name="querySelectorAll"><form name="getSelection"></form>
<img name="adoptedStyleSheets"><form id="f" name="body"><input name="parentNode"><input name="childNodes"><input name="nodeType">
<input name="firstChild"><input name="nextSibling"><input name="attributes"><input name="getAttribute"><input name="localName"></form>
<form name="counterpoint-page-reader"></form><a id="counterpoint-page-metadata"></a>`;

const attributes =
  'title alt aria-label content datetime itemprop class id href rel property name lang dir role data-x';
const everyAttribute = attributes
  .split(' ')
  .map((name) => `<span ${name}="${escaped}">x</span><meta ${name}="${escaped}">`)
  .join('');

const controls = '\u202e\u2066\u200f\u0001\u0007\u001b[31m\u2028\u2029\ufffe\u{e0041}\u0000';

/** Each page by its path, with where its text is when it is not a plain answer. */
export const hostilePages: Readonly<Record<string, () => string>> = {
  'getters that throw': () => page('', mine(hostileWords) + throwingGetters),
  'replaced prototypes': () => page('', mine(hostileWords) + replacedPrototypes),
  'names that shadow': () => page('', clobbered + mine(hostileWords)),
  '5 MB of text': () =>
    page(
      '',
      `${`<p>${'The sack is weighed and the sack is carried. '.repeat(40)}</p>`.repeat(2_800)}${mine(hostileWords)}`,
    ),
  '5 MB of text in one node': () =>
    page(
      '',
      `<p>${'The sack is weighed and the sack is carried. '.repeat(115_000)}</p>${mine(hostileWords)}`,
    ),
  '100,000 nodes': () =>
    page('', `${'<div><span>sack <b>one</b></span></div>'.repeat(33_000)}${mine(hostileWords)}`),
  'nodes 4,000 deep': () =>
    page('', `${'<div>'.repeat(4_000)}deep${'</div>'.repeat(4_000)}${mine(hostileWords)}`),
  'endless mutation': () =>
    page(
      '',
      `${mine(hostileWords)}<div id="churn"></div><script>let n = 0; const churn = document.getElementById('churn');
      setInterval(() => { churn.innerHTML = '<p>Turn ' + (n += 1) + '</p>'.repeat(20); }, 1);</script>`,
    ),
  'a polluted Object.prototype': () =>
    page(
      '',
      `${mine(hostileWords)}<script>for (const name of ['value', 'get', 'set', 'enumerable', 'configurable', 'writable', 'selector', 'quote', 'kind', 'ok', 'toJSON', 'then'])
      try { Object.defineProperty(Object.prototype, name, { value: name === 'then' || name === 'toJSON' ? undefined : 'polluted', configurable: true, writable: true, enumerable: true }); } catch {}</script>`,
    ),
  'JSON-LD of 10 MB': () =>
    page(
      `<script type="application/ld+json">{"@graph":[${`{"@type":"Article","author":{"name":"${'x'.repeat(60)}"},"__proto__":{"polluted":true}},`.repeat(90_000)}{}]}</script>`,
      mine(hostileWords),
    ),
  'JSON-LD that nests for ever': () =>
    page(
      `<script type="application/ld+json">${'{"@graph":['.repeat(20_000)}${']}'.repeat(20_000)}</script>`,
      mine(hostileWords),
    ),
  'addresses that are scripts': () =>
    page(
      `<link rel="canonical" href="javascript:fetch('${hit}')"><meta property="og:url" content="javascript:fetch('${hit}')">
      <base href="javascript:fetch('${hit}')"><meta property="og:site_name" content="javascript:fetch('${hit}')">
      <script type="application/ld+json">{"@type":"Article","url":"javascript:fetch('${hit}')","author":{"name":"A. Miller","url":"data:text/html,x"}}</script>`,
      mine(hostileWords),
    ),
  'control and bidi characters': () =>
    page(
      `<meta name="author" content="${controls}Anne${controls}"><meta property="og:title" content="${controls}">`,
      `<h1>${controls}Weights${controls}</h1><p>${controls.replace('\u0000', '')}</p>${mine(hostileWords)}`,
    ),
  'script in every attribute': () =>
    page(
      `<meta name="author" content="${escaped}"><meta property="og:title" content="${escaped}"><meta property="article:published_time" content="${escaped}">
      <meta property="og:site_name" content="${escaped}"><link rel="canonical" href="${escaped}">
      <script type="application/ld+json">{"@type":"Article","headline":${JSON.stringify(script).replaceAll('</', '<\\/')}}</script>`,
      `${everyAttribute}<h1>${escaped}</h1>${mine(hostileWords)}`,
    ),
};
