import { figure } from '../figure.ts';
import type { MutationScore } from '../shapes.ts';
import { many } from './lists.ts';

export const mutate = {
  mutate: {
    kinds: {
      inclusion: 'boundary in or out',
      number: 'off by one',
      money: 'off by a yuan',
      date: 'date off by one',
      unit: 'working days as days',
      options: 'an option less',
      group: 'and for or',
      part: 'a condition less',
      condition: 'without its when',
      exception: 'without the exception',
      negation: 'negated',
      choice: 'branches swapped',
      arithmetic: 'another operation',
      rounding: 'another rounding',
      aggregate: 'another aggregate',
      filter: 'without its filter',
      rows: 'two rows swapped',
      exclusion: 'exclusion dropped',
      bound: 'bound dropped',
      order: 'order or groups',
      ties: 'rule for ties',
      refill: 'rule for refilling',
      lateness: 'what lateness costs',
      item: 'a paper less',
      prerequisite: 'without what it needs',
      term: 'term or period',
    },
    summary: ({ mutants, killed, excused, survived, alike, broken, same, percent }: MutationScore) =>
      `${many(mutants, 'mutant')}, ${killed} noticed by a case${excused > 0 ? `, ${excused} excused in writing` : ''} (${percent}%)` +
      `${survived > 0 ? `; ${survived} not noticed, for ${alike} of which no difference was found` : ''}${broken > 0 ? `; ${broken} more cannot run and do not count` : ''}` +
      `${same > 0 ? `; ${same} more provably change nothing and do not count` : ''}`,
    failing: (path: string, count: number) =>
      `${path}: ${many(count, 'case')} ${count === 1 ? 'fails' : 'fail'}: mend ${count === 1 ? 'it' : 'them'} first (bangfu test); a case that fails notices nothing`,
    total: (score: MutationScore) =>
      `In all: ${many(score.mutants, 'mutant')}, ${figure(score.killed)} noticed${score.excused > 0 ? `, ${score.excused} excused in writing` : ''} (${score.percent}%)`,
    survivor: (line: number, change: string) => `line ${line}: ${change}`,
    excused: (line: number, change: string, id: string, why: string) =>
      `  line ${line}: ${change}\n    ${id}\n    excused: ${why}`,
    alike: 'no difference found (which proves nothing)',
    killer: (applicant: string, about: string) => `${applicant}: ${about}`,
    needless: (id: string) =>
      `"${id}" is excused in writing, but there is no such mutant, or a case notices it, or it provably changes nothing: take that entry out`,
    under: (wanted: number) =>
      `A policy's share of mutants noticed is under ${wanted}%, or an excuse is not needed`,
  },
};
