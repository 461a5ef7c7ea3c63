/**
 * The only module that imports zod. Zod probes `new Function` when a schema is made, which the
 * extension's content security policy reports as a violation; the switch must be thrown before the
 * first schema, so it is thrown here and every schema takes `z` from here.
 */
import * as zod from 'zod';

zod.config({ jitless: true });

export { zod as z };
