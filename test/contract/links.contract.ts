/** What every note store promises about links. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { NoteStore } from '../../lib/actions/ports';
import { ok } from '../../lib/core/result';
import { someLink } from '../support/notes';

export function linksContract(name: string, open: () => Promise<NoteStore>): void {
  let store: NoteStore;

  beforeEach(async () => {
    store = await open();
  });

  describe(`${name}: a link`, () => {
    it('is drawn once and removed', async () => {
      await store.saveLink(someLink());
      await store.saveLink(someLink());
      expect(await store.allLinks()).toEqual([someLink()]);
      expect(await store.saveLink(someLink({ id: 'no-uuid' }))).toMatchObject({ ok: false });
      await store.removeLink(someLink().id);
      expect(await store.removeLink(someLink().id)).toEqual(ok(undefined));
      expect(await store.allLinks()).toEqual([]);
    });

    it('is edited, unless somebody removed it before', async () => {
      await store.saveLink(someLink());
      const edited = someLink({ why: 'Both weigh it twice.' });
      expect(await store.updateLink(edited)).toEqual(ok(true));
      expect(await store.allLinks()).toEqual([edited]);
      await store.removeLink(edited.id);
      expect(await store.updateLink(edited)).toEqual(ok(false));
      expect(await store.allLinks()).toEqual([]);
    });
  });
}
