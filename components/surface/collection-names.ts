import { createContext } from 'react';

/** What the loaded codexes are called, by id; one's own collection is not among them. */
export const CollectionNames = createContext<ReadonlyMap<string, string>>(new Map());
