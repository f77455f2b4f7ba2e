/**
 * Which parts of a policy nothing was found in before and nothing has changed for since. Parts are known by an offset in them; who
 * asks has no need to look at one that is `unchanged`, and tells of one in which something is found.
 */
export interface Steady {
  unchanged(offset: number): boolean;
  found(offset: number): void;
}
