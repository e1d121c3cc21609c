// A thread does not inherit how its process reads TypeScript: it says so itself, and then loads the real entry.
import { register } from 'tsx/esm/api';

register();
await import('./match-thread.ts');
