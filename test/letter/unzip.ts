import { inflateRawSync } from 'node:zlib';

/** A file of a ZIP archive, found by the archive's own directory (APPNOTE.TXT 4.3.12). */
export function unzip(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const found = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (found === name)
      return content(
        archive,
        archive.readUInt32LE(at + 42),
        archive.readUInt32LE(at + 20),
        archive.readUInt16LE(at + 10),
      );
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  throw new Error(`${name} is not in the archive`);
}

function content(archive: Buffer, header: number, size: number, method: number): string {
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const bytes = archive.subarray(start, start + size);
  return (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
}
