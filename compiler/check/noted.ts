/** A map that tells what is written to it. */
export class Noted<K, V> extends Map<K, V> {
  note: ((key: K, value: unknown) => void) | undefined;

  override set(key: K, value: V): this {
    this.note?.(key, value);
    return super.set(key, value);
  }

  /** What was told before. */
  setAgain(key: K, value: V): void {
    super.set(key, value);
  }
}
