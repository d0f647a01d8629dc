// Who may import whom (docs/technical.md). Imports point down this list only.
const order = ['contract', 'machines', 'programmes', 'store', 'activities', 'workflows', 'client', 'worker'];
const may = {
  contract: [],
  machines: ['contract'],
  programmes: ['contract', 'machines'],
  store: ['contract'],
  activities: ['contract', 'programmes', 'store'],
  workflows: ['contract', 'machines'],
  client: ['contract', 'machines', 'programmes', 'store'],
  worker: order.filter((folder) => folder !== 'worker'),
};

/** One rule a folder: anything of ours outside the allowed folders is an error, type-only imports included. */
const folderRules = order.map((folder) => ({
  name: `${folder}-imports-downwards`,
  severity: 'error',
  comment: `${folder}/ may import ${may[folder].join(', ') || 'nothing of ours'}`,
  from: { path: `^${folder}/` },
  to: {
    path: `^(${order.join('|')}|test)/`,
    pathNot: `^(${[folder, ...may[folder]].join('|')})/`,
    // Workflows know activities by type only.
    ...(folder === 'workflows' ? { dependencyTypesNot: ['type-only'] } : {}),
  },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'workflows-know-activities-by-type',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'xstate-only-in-machines',
      severity: 'error',
      from: { pathNot: '^(machines|test/machines)/' },
      to: { path: 'node_modules/xstate' },
    },
    {
      name: 'no-zod-in-machines-or-workflows',
      severity: 'error',
      comment: 'zod costs a cached workflow half a megabyte; test/workflows checks the bundle itself',
      from: { path: '^(machines|workflows)/' },
      to: { path: '^(node_modules/zod|contract/(acts|programme)[.]ts)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'machines-are-pure',
      severity: 'error',
      from: { path: '^machines/', pathNot: '^machines/diagram/build' },
      to: { dependencyTypes: ['core', 'npm'], pathNot: ['node_modules/xstate'] },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: `^(${order.join('|')})/`, pathNot: '^machines/diagram/build' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
