import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

/** Where the card, contradiction or pattern of that id stands in the library, if it is there. */
export function hrefOfNamed(id: string, data: LibraryData): string | undefined {
  const key = data.keyOf.get(id);
  if (key !== undefined) return hrefOf({ room: 'insights', key, editing: false });
  const document = data.documents.find((each) => each.id === id);
  return document && hrefOf({ room: 'documents', key: document.key });
}
