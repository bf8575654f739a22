import { registerHooks } from 'node:module';

// For each of its ES modules Node parses Drizzle's package.json again, whose "exports" alone have 500 kB, to
// learn the module's type: 1.5 s of every start. The ".cjs" twins say their type by their name.
registerHooks({
  resolve: (specifier, context, next) =>
    /^drizzle-orm(\/|$)/.test(specifier)
      ? next(specifier, { ...context, conditions: ['node', 'require', 'module-sync'] })
      : next(specifier, context),
});
