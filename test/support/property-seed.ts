import fc from 'fast-check';

/** A change is judged by the same examples on every machine; `PROPERTY_SEED=random` (or a number) looks for new ones. */
const seed = process.env['PROPERTY_SEED'] ?? '20261124';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
