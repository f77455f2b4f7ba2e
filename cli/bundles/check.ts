import * as check from '../commands/check.ts';
import { main } from '../main.ts';

main({ check: () => Promise.resolve(check) });
