import { createElement, useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SearchAnswer } from '@/lib/core/match/search-index';
import { render } from '../../test/support/render';
import { useSearch, type Search } from './use-search';

const answerOf = (key: string): SearchAnswer => ({
  hits: [{ key, score: 1, words: [] }],
  isRanked: true,
  asksNothing: false,
  mended: [],
  missing: [],
});

function Host({ search }: { readonly search: Search | undefined }) {
  const [query, setQuery] = useState('');
  const answer = useSearch(query, search);
  return createElement(
    'div',
    null,
    createElement('input', {
      'aria-label': 'Search',
      value: query,
      onChange: (event: { target: HTMLInputElement }) => setQuery(event.target.value),
    }),
    createElement('output', null, answer?.hits.map(({ key }) => key).join(' ') ?? 'nothing'),
  );
}

const type = (query: string) => userEvent.fill(page.getByRole('textbox'), query);
const shown = () => expect.element(page.getByRole('status'));

/** An engine that answers when it is told to. */
function slowSearch() {
  const open = new Map<string, PromiseWithResolvers<SearchAnswer>>();
  const search: Search = (query) => {
    const waiting = Promise.withResolvers<SearchAnswer>();
    open.set(query, waiting);
    return waiting.promise;
  };
  return { search, answer: (query: string) => open.get(query)?.resolve(answerOf(query)), open };
}

test('only the latest query’s answer is shown, whichever comes last', async () => {
  const engine = slowSearch();
  render(createElement(Host, { search: engine.search }));
  await type('a');
  await type('ab');
  await expect.poll(() => engine.open.size).toBe(2);
  engine.answer('ab');
  await shown().toHaveTextContent('ab');
  engine.answer('a');
  await type('abc');
  await expect.poll(() => engine.open.size).toBe(3);
  // The answer before stays until the next is there.
  await shown().toHaveTextContent('ab');
  engine.answer('abc');
  await shown().toHaveTextContent('abc');
});

test('nothing asked, nothing answered; what was found before does not come back', async () => {
  const engine = slowSearch();
  render(createElement(Host, { search: engine.search }));
  await type('a');
  await expect.poll(() => engine.open.size).toBe(1);
  engine.answer('a');
  await shown().toHaveTextContent('a');
  await type('  ');
  await shown().toHaveTextContent('nothing');
  await type('b');
  await shown().toHaveTextContent('nothing');
});

test('without an engine, and where it fails, there is no answer', async () => {
  render(createElement(Host, { search: undefined }));
  await type('a');
  await shown().toHaveTextContent('nothing');
});

test('an engine that fails leaves the list to be filtered without it', async () => {
  let asked = 0;
  const search: Search = async (query) => {
    asked += 1;
    if (query === 'ab') throw new Error('gone');
    return answerOf(query);
  };
  render(createElement(Host, { search }));
  await type('a');
  await shown().toHaveTextContent('a');
  await type('ab');
  await shown().toHaveTextContent('nothing');
  expect(asked).toBe(2);
});
