/** RuleForge itself, which ends with the demo that forked it, however that ends. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
await import('../src/main.js');
