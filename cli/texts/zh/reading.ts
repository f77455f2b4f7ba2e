import { list } from './lists.ts';

const errno: { readonly [code: string]: string } = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '这是文件夹，需要文件',
  ENOTDIR: '路径当中有一段不是文件夹',
  EEXIST: '路径当中有一段不是文件夹',
  ENOSPC: '磁盘已满',
  EMFILE: '打开的文件太多',
};

const reasonFor = (code: string): string => errno[code] ?? code;

export const reading = {
  files: {
    unreadable: (path: string, code: string) => `读不了“${path}”：${reasonFor(code)}。`,
    unwritable: (path: string, code: string) => `写不了“${path}”：${reasonFor(code)}。`,
    notUtf8: (path: string) => `“${path}”不是 UTF-8 编码。请另存为 UTF-8 再试。`,
    library: (path: string) => `“${path}”是共用文件，里面没有规则可以判定；请给出引用它的方案。`,
    noPolicies: (path: string) => `“${path}”里没有 .policy 文件。`,
    severalPolicies: (path: string, found: readonly string[]) =>
      `“${path}”里有多个政策，请指明一个：${list(found)}。`,
    written: (path: string) => `已写入 ${path}`,
    exists: (path: string) => `“${path}”已存在，不覆盖。请换一个文件夹。`,
  },
  yaml: {
    syntax: (place: string, detail: string) => `${place} 不是合法的 YAML：${detail}`,
    expected: (place: string, path: string, expected: string) => `${place} “${path}”应为${expected}。`,
    unknownKey: (place: string, key: string, known: readonly string[]) =>
      `${place} 没有“${key}”这一项。可用：${list(known)}。`,
    aMapping: '“名称: 值”的若干行',
    aList: '列表',
    aBlockList: '每项一行起头（- ）的列表，不能写在方括号里',
    aText: '文字',
    aNumber: '数',
    aCount: '从 1 起的整数',
    yuan: '金额（元），至多两位小数',
    range: '两个数的列表，如 [700, 900]；不封口的一端写 null',
    needsAsOf: '带有 asOf 的案例（或在文件开头、parameters.yaml 里给出 asOf）',
    aDate: '日期（如 2025-06-30）',
    yesOrNo: 'true 或 false',
    noDuties: '不写义务：这个政策对这种主体没有义务',
    oneOf: (choices: readonly string[]) => `以下之一：${list(choices)}`,
    missingKey: (place: string, key: string) => `${place} 缺少“${key}”。`,
  },
  data: {
    unknownFormat: (path: string, formats: readonly string[]) =>
      `看不出“${path}”是什么格式。请用 --input 指明：${list(formats)}。`,
    encoding: (path: string, byte: number) =>
      `“${path}”第 ${byte + 1} 字节起既不是 UTF-8 也不是 GB18030。请另存为 UTF-8 再试。`,
    empty: (path: string) => `“${path}”里没有数据。`,
    syntax: (path: string, line: number, column: number, detail: string) =>
      `${path}:${line}:${column} 数据格式不对：${detail}`,
    notParquet: (path: string, detail: string) =>
      `“${path}”不是完整的 Parquet 文件（${detail}）。请重新导出，或用 --input 指明它的格式。`,
    damaged: (path: string, group: number, column: string, detail: string) =>
      `“${path}”第 ${group} 个行组的“${column}”列读不出来（${detail}）。请重新导出。`,
    columnType: (path: string, column: string, found: string, expected: readonly string[]) =>
      `“${path}”的“${column}”列是 ${found}，应为 ${list(expected)}。请换类型导出，或用 --ignore 略过这一列。`,
    parquetNeedsFile: 'Parquet 的目录在文件末尾，不能从标准输入读；请存成文件再试。',
    notAWorkbook: (path: string, detail: string) => `“${path}”不是能读的 XLSX 工作簿（${detail}）。`,
    noSheet: (path: string, sheet: string, sheets: readonly string[]) =>
      `“${path}”里没有${sheet ? `工作表“${sheet}”` : '可见的工作表'}，只有：${list(sheets)}。`,
    duplicateColumn: (path: string, name: string, one: string, other: string) =>
      `“${path}”的“${one}”列和“${other}”列都是“${name}”，不知取哪一列。请删去一列。`,
    nearColumn: (path: string, column: string, near: string) =>
      `“${path}”的“${column}”列不是这个政策的事实，是不是“${near}”？请改列名；确实不用的列，用 --ignore 略过。`,
    unusedColumns: (path: string, columns: readonly string[]) =>
      `“${path}”有 ${columns.length} 列不是这个政策的事实，没有读：${list(columns)}`,
    noColumns: (path: string, expected: readonly string[]) =>
      `“${path}”没有一列是这个政策的事实。第一行应为列名，如：${list(expected)}。`,
    noIdColumn: (path: string, column: string) => `“${path}”没有“${column}”列。`,
    notJson: (detail: string) => `不是合法的 JSON：${detail}`,
    notObject: '应为一个对象（“名称: 值”），一人一个',
    cellCount: (found: number, expected: number) => `有 ${found} 格，表头有 ${expected} 列`,
    quotes: (detail: string) => `引号不成对（${detail}）`,
    yesNo: '是或否',
    noneAndGiven: (header: string, fact: string, found: string) =>
      `“${header}”说没有“${fact}”，同一行却填了 ${found}；请留一样`,
    row: (path: string, row: number) => `${path === '-' ? '标准输入' : path} 第 ${row} 行`,
    column: (name: string) => `“${name}”`,
    found: (found: string, expected: string) => `给的是 ${found}，应为${expected}`,
  },
};
