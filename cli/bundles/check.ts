import * as check from '../findings/plain-check.ts';
import { main } from '../main.ts';

main({ check: () => Promise.resolve(check) });
