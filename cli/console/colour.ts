export type Hue = 'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold';

export type Paint = (hue: Hue, text: string) => string;

const codes: { readonly [hue in Hue]: readonly [number, number] } = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
  dim: [2, 22],
  bold: [1, 22],
};

const coloured: Paint = (hue, text) => `\u001B[${codes[hue][0]}m${text}\u001B[${codes[hue][1]}m`;
const plain: Paint = (_, text) => text;

/** Colour on a terminal only, and never with NO_COLOR set (https://no-color.org). */
export function paintFor(terminal: boolean, environment: { readonly NO_COLOR?: string | undefined }): Paint {
  return terminal && !environment.NO_COLOR ? coloured : plain;
}
