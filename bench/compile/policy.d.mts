/** A policy of about so many lines. */
export function policyOf(lines: number): string;
