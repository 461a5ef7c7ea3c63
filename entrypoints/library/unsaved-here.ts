import { ports } from '@/lib/wire';
import { createUnsaved } from './unsaved';

/** This page's unsaved words; it is closed when it is gone. */
export const unsaved = createUnsaved({
  ...ports,
  tab: ports.newId(),
  closed: new Promise(() => {}),
});
