import { registerHooks } from 'node:module';

// To determine the type of each ES module, Node parses Drizzle's package.json again, whose "exports" have 500 kB: 1.5 s
// of every start. The type of the ".cjs" twins follows from their extension.
registerHooks({
  resolve: (specifier, context, next) =>
    /^drizzle-orm(\/|$)/.test(specifier)
      ? next(specifier, { ...context, conditions: ['node', 'require', 'module-sync'] })
      : next(specifier, context),
});
