/** The provider warns on the console of what an example may do: keep everything in memory, with keys of its own. */
Object.assign(console, { warn: () => undefined });
