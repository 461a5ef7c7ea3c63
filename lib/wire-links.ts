/**
 * Links and documents, which only the library changes. Apart from `wire.ts`, so that popup and service
 * worker load nothing of them.
 */
import { openDatabase } from './storage/database';
import { createDocumentStore } from './storage/document-store';
import { createLinkStore } from './storage/link-store';
import { ports } from './wire';

export const linkPorts = {
  ...ports,
  documents: createDocumentStore(openDatabase()),
  links: createLinkStore(openDatabase()),
};
