import { datesOfDoing } from '../../ir/duty.ts';
import type { Duty } from '../../ir/policy.ts';
import { closing } from './closing.ts';
import { array, type Code, object } from './code.ts';
import { span } from './comparison.ts';
import { quoted } from './names.ts';
import { plain } from './plain.ts';
import { dueCode } from './procedure.ts';
import { cites } from './programme.ts';
import type { RuleFunctions } from './rules.ts';
import type { Unit } from './unit.ts';

export function dutyCode(duty: Duty, rules: RuleFunctions, unit: Unit): Code {
  const close = closing(duty.subject, unit);
  const { subject, every, during, measuredOn, when, due } = duty;
  const doneOn = due.length > 0 ? datesOfDoing(duty.must) : [];
  return object([
    ['id', quoted(duty.id)],
    ['kind', quoted(duty.kind)],
    ['subject', subject === undefined ? undefined : quoted(subject)],
    ['cites', cites(duty.origin.cites)],
    ['every', every && plain(every)],
    ['reads', quoted(duty.reads)],
    ['during', during && close.run(span(during, close.place, unit))],
    ['measuredOn', measuredOn && close.time(measuredOn)],
    ['when', when && close.value(when)],
    ['must', rules.root(duty.must)],
    ['excused', array(duty.excused.map((e) => rules.root(e)))],
    ['due', array(due.map((item) => dueCode(item, close)))],
    ['doneOn', doneOn.length > 0 ? array(doneOn.map(close.time)) : undefined],
  ]);
}
