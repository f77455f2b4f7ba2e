import type { Language } from '../console/language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Everything the command line says, in one language. Chinese is the original; English has the same shape. */
export type Texts = typeof zh;

export const textsIn = (language: Language): Texts => (language === 'zh' ? zh : en);
