import fc from 'fast-check';
import { seed } from './agree/seed.ts';

// Every property of `npm test` draws from the one seed, those too that name none.
fc.configureGlobal({ seed });
