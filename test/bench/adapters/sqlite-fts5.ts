/** SQLite's full-text search in WebAssembly (SQLite: public domain, packaging: Apache-2.0). */
import init, { type Database } from '@sqlite.org/sqlite-wasm';
import type { MatchDocument } from '../../../lib/core/match/match';
import type { SearchAdapter } from './search-adapter';
import { distinctTerms, joinedText, termsOf } from './terms';

/** One contentless table in memory, ready terms, BM25, segments merged after the build. */
export async function sqliteFts5(): Promise<SearchAdapter> {
  const sqlite = await init();
  let db: Database = new sqlite.oo1.DB(':memory:');
  const add = (document: MatchDocument) => {
    db.exec({ sql: 'INSERT INTO keys (key) VALUES (?)', bind: [document.key] });
    db.exec({
      sql: 'INSERT INTO texts (rowid, text) VALUES (last_insert_rowid(), ?)',
      bind: [termsOf(joinedText(document)).join(' ')],
    });
  };
  return {
    add,
    build(documents) {
      db.exec(`CREATE TABLE keys (id INTEGER PRIMARY KEY, key TEXT);
        CREATE VIRTUAL TABLE texts USING fts5 (text, content='', tokenize='unicode61')`);
      db.transaction(() => documents.forEach(add));
      db.exec("INSERT INTO texts (texts) VALUES ('optimize')");
    },
    query(text, limit) {
      const match = distinctTerms(text)
        .map((term) => `"${term}"`)
        .join(' OR ');
      if (match === '') return [];
      // Sorting by `rank` with a limit is the fast way that its documentation names.
      const ids = db.selectValues(
        'SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?',
        [match, limit],
      );
      return ids.flatMap(
        (id) =>
          db.selectValue('SELECT key FROM keys WHERE id = ?', [id], sqlite.capi.SQLITE_TEXT) ?? [],
      );
    },
    save() {
      db.exec('VACUUM');
      return sqlite.capi.sqlite3_js_db_export(db);
    },
    load(data) {
      if (!(data instanceof Uint8Array)) throw new TypeError('saved data is not bytes');
      db = new sqlite.oo1.DB(':memory:');
      const { SQLITE_DESERIALIZE_FREEONCLOSE, SQLITE_DESERIALIZE_RESIZEABLE } = sqlite.capi;
      const code = sqlite.capi.sqlite3_deserialize(
        db,
        'main',
        sqlite.wasm.allocFromTypedArray(data),
        data.byteLength,
        data.byteLength,
        SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE,
      );
      db.checkRc(code);
    },
  };
}
