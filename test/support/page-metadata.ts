/** Reads the metadata of a page given as its head and body, and checks it against the schema. */
import { expect } from 'vitest';
import { pageMetadataSchema } from '../../lib/core/source/metadata';
import { readMetadata } from '../../lib/page/metadata/read-metadata';

/** The address of a page when a test does not care. */
export const url = 'https://ledger.example/notes/weigh-twice';

/** What the page says about itself; `loaded` is where it was before its scripts moved it. */
export function read(head: string, body = '', address = url, loaded?: string) {
  const html = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  const metadata = readMetadata(
    new DOMParser().parseFromString(html, 'text/html'),
    address,
    loaded,
  );
  expect(pageMetadataSchema.parse(metadata)).toEqual(metadata);
  return metadata;
}

/** A JSON-LD script of the value. */
export function ld(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

export const article = { '@type': 'Article', headline: 'Weigh twice' };
