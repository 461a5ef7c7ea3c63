/**
 * Who may import whom (ARCHITECTURE.md, "Rooms"). Run on the real module graph, with the aliases of
 * the generated tsconfig: pointed at the root one, forbidden `@/` imports pass unseen.
 */
const rooms = {
  core: ['core'],
  actions: ['core', 'actions'],
  page: ['core', 'page'],
  storage: ['core', 'actions/[a-z-]*ports\\.ts$', 'storage'],
  browser: ['core', 'actions/(ports|[a-z]+-ports?)\\.ts$', 'browser', 'i18n\\.ts$'],
};

const npmOf = {
  core: ['zod', 'stemmer', 'fflate', 'node-diff3'],
  actions: [],
  page: [],
  storage: ['dexie', 'dexie-react-hooks'],
  browser: ['wxt'],
};

const test = '\\.test\\.tsx?$';
const inLib = (name) => (name.endsWith('$') ? `^lib/${name}` : `^lib/${name}/`);

/** A room imports the rooms named, and from npm the packages named. */
const roomRules = Object.keys(rooms).flatMap((room) => [
  {
    name: `${room}-imports-inward`,
    severity: 'error',
    from: { path: `^lib/${room}/`, pathNot: test },
    to: {
      path: '^(lib|components|entrypoints|test)/',
      pathNot: [...rooms[room].map(inLib), '^lib/core/ambient'],
    },
  },
  {
    name: `${room}-npm`,
    severity: 'error',
    from: { path: `^lib/${room}/`, pathNot: test },
    to: {
      path: 'node_modules/',
      ...(npmOf[room].length > 0 && { pathNot: `node_modules/(${npmOf[room].join('|')})/` }),
    },
  },
]);

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-z-imports-zod',
      severity: 'error',
      from: { pathNot: '^lib/core/z\\.ts$' },
      to: { path: 'node_modules/zod/' },
    },
    {
      name: 'components-know-core-as-types-only',
      severity: 'error',
      from: { path: '^components/', pathNot: test },
      to: { path: '^lib/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-are-props-in-callbacks-out',
      severity: 'error',
      from: { path: '^components/', pathNot: test },
      to: { path: '^(lib|entrypoints|test)/', pathNot: ['^lib/core/', '^lib/i18n\\.ts$'] },
    },
    {
      name: 'i18n-imports-nothing',
      severity: 'error',
      from: { path: '^lib/i18n\\.ts$' },
      to: { path: '^(lib|components|entrypoints)/' },
    },
    {
      name: 'injected-scripts-stay-small',
      comment: 'What runs in a page takes no schema, no React, no database.',
      severity: 'error',
      from: {
        path: '^entrypoints/(page-reader|page-passages|page-metadata|page-pointer|page-highlights|page-episode|companion|toast)/',
      },
      to: {
        path: '^(lib|components|entrypoints)/',
        pathNot: [
          '^lib/page/',
          '^lib/browser/(toast|companion)-channel\\.ts$',
          '^entrypoints/(page-reader|page-passages|page-metadata|page-pointer|page-highlights|page-episode|companion|toast)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'entrypoints-go-through-wire',
      severity: 'error',
      from: {
        path: '^entrypoints/',
        pathNot:
          '^entrypoints/(page-reader|page-passages|page-metadata|page-pointer|page-highlights|page-episode|companion|toast)/',
      },
      to: {
        path: '^lib/(storage|browser|page)/',
        pathNot: ['^lib/storage/[a-z-]*hooks\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'entrypoints-do-not-import-each-other',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    },
    {
      name: 'nothing-imports-entrypoints',
      severity: 'error',
      from: { pathNot: '^(entrypoints|test)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'nothing-ships-tests',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: test },
      to: { path: '^test/' },
    },
    {
      name: 'migrations-are-frozen',
      severity: 'error',
      from: { path: '^lib/storage/migrations/v' },
      to: { path: '^lib/' },
    },
  ],
  options: {
    tsConfig: { fileName: '.wxt/tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
    exclude: { path: '\\.module\\.css$' },
  },
};
