import { createDatabase } from '../../lib/storage/database';
import { createNoteStore } from '../../lib/storage/note-store';
import { importInsightsContract } from './import-insights.contract';
import { linksContract } from './links.contract';
import { noteStoreContract } from './note-store.contract';

const open = async () => createNoteStore(createDatabase(`contract-${crypto.randomUUID()}-`));

noteStoreContract('in a real browser', open);
importInsightsContract('in a real browser', open);
linksContract('in a real browser', open);
