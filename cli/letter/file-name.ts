const LONGEST = 60;

/** Letters, digits, `-` and `_` of any script; a file system may take anything else amiss. */
const safe = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, '_')
    .slice(0, LONGEST);

/**
 * Names for the letters of a register: the row, so that they sort and none is a reserved name, then who it is about.
 * No name is given twice, whatever the capitals.
 */
export class FileNames {
  readonly #given = new Set<string>();

  constructor(readonly ending: string) {}

  of(row: number, id: string): string {
    const who = safe(id);
    const name = `${String(row).padStart(4, '0')}${who === '' ? '' : `-${who}`}`;
    let free = name;
    for (let again = 2; this.#given.has(free.toLowerCase()); again++) free = `${name}-${again}`;
    this.#given.add(free.toLowerCase());
    return `${free}.${this.ending}`;
  }
}
