/** Where the arrays of columns lie: `shared` memory is seen by all threads. */
export type Memory = 'own' | 'shared';

/** Zeroed memory. */
export const allocate = (bytes: number, memory: Memory): ArrayBufferLike =>
  memory === 'shared' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);

/** Where a page is not isolated there is no shared memory. */
export const isSharedArray = ({ buffer }: ArrayBufferView): boolean =>
  typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;
