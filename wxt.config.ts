import { defineConfig } from 'wxt';

/**
 * The public half of the extension's key: it fixes the id (see test/support/extension.ts), so that
 * an unpacked build has the same id on every machine. The private half was never kept.
 */
const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5cDNY15kWXjG51ocvDVBWA/6F8Yw6uBYcp8bJrJCyGLfHvaIor4RJWQwe7Q70h3iH65bLJURVp9PB7Dl/56DGXbGuUr76fg9gieiPjT9D09YuRAQ0C+scGfSEX4pLzPqRwDYImWiIgiu50TUdzpTZ8L+01hi5sY/81c7lwW71xsHqM7uiaBq07Idy6e6XpfDlKvWeT4FH68mHr7sLMoQEC95xS3KmjUXM+BGegycU/svJllo2ESz6UsDnIbcuMpQRo+ZW2BWbRw8H0i3cx2u0vhSgj1tHmFWYdECnp0nyf41p7TwmEoi6lhY46l8tIIUI6aax5iJn3K2ejmeOUp/YwIDAQAB';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // A public codex lies wherever its author put it; what may be asked is up to the permissions below.
  "connect-src 'self' https: http:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Every schema of zod can write itself as JSON Schema, which nothing here asks for, and which weighs
 * four kB in each page and in the worker. Asked for it all the same, it throws.
 */
const withoutJsonSchema = {
  name: 'without-json-schema',
  load(id: string) {
    if (!id.endsWith('/zod/v4/core/to-json-schema.js')) return undefined;
    return [
      "const absent = () => { throw new Error('Built without JSON Schema.'); };",
      'export const createToJSONSchemaMethod = () => absent;',
      'export const createStandardJSONSchemaMethod = () => absent;',
      'export { absent as extractDefs, absent as finalize, absent as initializeContext };',
      'export { absent as handleUnrepresentable, absent as processSchema, absent as process };',
    ].join('\n');
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  vite: () => ({
    build: {
      // The polyfill fetches what every supported browser preloads by itself.
      modulePreload: {
        polyfill: false,
        // What a chunk imports that is fetched later lies on the disk beside it, and most of it is there
        // already: naming it again cost each page up to 0.5 kB. Style sheets have to be named.
        resolveDependencies: (_file, names, { hostType }) =>
          hostType === 'html' ? names : names.filter((name) => name.endsWith('.css')),
      },
      // Declarations stay as they are written: as `var`, each script would weigh up to 0.4 kB more.
      rolldownOptions: { output: { topLevelVar: false } },
    },
    plugins: [withoutJsonSchema],
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for one site at a time, from a click: to load a codex from there, or for the companion.
    optional_host_permissions: ['*://*/*'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'clip-selection': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_clip_selection__',
      },
      'clip-recent': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_clip_recent__',
      },
      'next-clip': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_command_next_clip__',
      },
      // A person may give these any key, media keys among them.
      'mark-moment': { description: '__MSG_command_mark_moment__' },
      'clip-since-mark': { description: '__MSG_command_clip_since_mark__' },
      'open-library': { description: '__MSG_command_open_library__' },
    },
    // The development server needs a looser policy of its own making.
    ...(mode === 'production' && {
      content_security_policy: { extension_pages: contentSecurityPolicy },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'counterpoint@counterpoint.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { key: publicKey, minimum_chrome_version: '120', externally_connectable: { ids: [] } }),
  }),
});
