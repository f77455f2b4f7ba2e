import { define } from '../diagnostic.ts';

const head = '方案 例 (example)\n';
const person = `${head}\n主体 人 (person)\n  年龄 (age): 周岁\n  生日 (birthDate): 日期\n`;
const aid = `${person}\n项目 补助 (aid)\n`;

/** Findings about single words and characters. */
export const wordDiagnostics = {
  unclosedText: define<{ open: string; close: string }>({
    code: 'BF1020',
    severity: 'error',
    zh: {
      title: '引号没有配对',
      message: ({ open, close }) => `这里用 “${open}” 开了头，到行末也没有配对的 “${close}”。`,
      hint: ({ close }) => `在文字的末尾补上 “${close}”。`,
    },
    en: {
      title: 'A quotation is not closed',
      message: ({ open, close }) => `${open} opens here and no ${close} closes it before the line ends.`,
      hint: ({ close }) => `Put ${close} at the end of the text.`,
    },
    bad: `${head}  出处 "某方案\n`,
    good: `${head}  出处 "某方案"\n`,
  }),
  unclosedBracket: define<{ open: string; close: string }>({
    code: 'BF1021',
    severity: 'error',
    zh: {
      title: '括号没有配对',
      message: ({ open, close }) => `“${open}” 没有配对的 “${close}”。`,
      hint: ({ open, close }) =>
        '({'.includes(open)
          ? `在括号里的内容之后补上 “${close}”，或删去 “${open}”。`
          : `在前面补上 “${close}”，或删去 “${open}”。`,
    },
    en: {
      title: 'A bracket has no partner',
      message: ({ open, close }) => `"${open}" has no matching "${close}".`,
      hint: ({ open, close }) =>
        '({'.includes(open)
          ? `Put "${close}" after what belongs inside, or delete "${open}".`
          : `Put "${close}" before what belongs inside, or delete "${open}".`,
    },
    bad: `${aid}  资格 (年龄 60 周岁 以上\n`,
    good: `${aid}  资格 (年龄 60 周岁 以上)\n`,
  }),
  strayCharacter: define<{ found: string }>({
    code: 'BF1022',
    severity: 'error',
    zh: {
      title: '多出来的字符',
      message: ({ found }) =>
        '。；;.'.includes(found)
          ? `“${found}” 在这里没有意义：一行写一条，行末不用标点。`
          : `读不懂字符 “${found}”。`,
      hint: ({ found }) => `删去 “${found}”；如果它是名称的一部分，用「」把名称括起来。`,
    },
    en: {
      title: 'A character that means nothing here',
      message: ({ found }) =>
        '。；;.'.includes(found)
          ? `"${found}" means nothing here: one rule a line, no full stop.`
          : `The character "${found}" cannot be read.`,
      hint: ({ found }) => `Delete "${found}"; if it is part of a name, put the name in 「」.`,
    },
    bad: `${aid}  资格 年龄 60 周岁 以上。\n`,
    good: `${aid}  资格 年龄 60 周岁 以上\n`,
  }),
  keywordTypo: define<{ found: string; keyword: string }>({
    code: 'BF1023',
    severity: 'error',
    zh: {
      title: '关键词可能写错了字',
      message: ({ found }) => `这里需要一个关键词，“${found}” 不是关键词。`,
      hint: ({ keyword }) => `是不是 “${keyword}”？`,
    },
    en: {
      title: 'A keyword may be misspelt',
      message: ({ found }) => `A keyword is expected here; "${found}" is none.`,
      hint: ({ keyword }) => `Did you mean "${keyword}"?`,
    },
    bad: `${aid}  资各 年龄 60 周岁 以上\n`,
    good: `${aid}  资格 年龄 60 周岁 以上\n`,
  }),
  otherLanguage: define<{ found: string; keyword: string; file: 'zh' | 'en' }>({
    code: 'BF1024',
    severity: 'error',
    zh: {
      title: '用了另一种语言的关键词',
      message: ({ found, file }) =>
        `这是${file === 'zh' ? '中文' : '英文'}文件，“${found}” 是${file === 'zh' ? '英文' : '中文'}的关键词。`,
      hint: ({ keyword }) => `改写为 “${keyword}”；一个文件只用一种语言的关键词。`,
    },
    en: {
      title: 'A keyword of the other language',
      message: ({ found, file }) =>
        `This file is in ${file === 'zh' ? 'Chinese' : 'English'}; "${found}" is a keyword of the other language.`,
      hint: ({ keyword }) => `Write "${keyword}"; a file keeps to the keywords of one language.`,
    },
    bad: `${aid}  eligible 年龄 60 周岁 以上\n`,
    good: `${aid}  资格 年龄 60 周岁 以上\n`,
  }),
  missingSpace: define<{ found: string; suggestion: string }>({
    code: 'BF1025',
    severity: 'error',
    zh: {
      title: '两个词连在一起',
      message: ({ found }) => `“${found}” 连在一起，读成了一个名称。`,
      hint: ({ suggestion }) => `空一格，写成 “${suggestion}”。`,
    },
    en: {
      title: 'A space is missing between words',
      message: ({ found }) => `"${found}" is written together and reads as one name.`,
      hint: ({ suggestion }) => `Put a space: "${suggestion}".`,
    },
    bad: `${aid}  资格 年龄超过 60 周岁\n`,
    good: `${aid}  资格 年龄 超过 60 周岁\n`,
  }),
  nameWithDigit: define<{ name: string }>({
    code: 'BF1026',
    severity: 'error',
    zh: {
      title: '名称里有数字，要加引号',
      message: ({ name }) => `“${name}” 里有数字或标点，不能直接作名称。`,
      hint: ({ name }) => `用「」括起来：「${name}」。`,
    },
    en: {
      title: 'A name that holds a digit must be quoted',
      message: ({ name }) => `"${name}" holds a digit or a mark and cannot be a name as it stands.`,
      hint: ({ name }) => `Put it in quotes: 「${name}」.`,
    },
    bad: `${head}\n主体 人 (person)\n  7岁以下儿童管理率 (rate): 比例\n`,
    good: `${head}\n主体 人 (person)\n  「7岁以下儿童管理率」 (rate): 比例\n`,
  }),
  hardWordAsName: define<{ word: string }>({
    code: 'BF1027',
    severity: 'error',
    zh: {
      title: '关键词不能直接作名称',
      message: ({ word }) => `这里需要一个名称，“${word}” 是关键词。`,
      hint: ({ word }) => `换一个名称，或用「」括起来：「${word}」。`,
    },
    en: {
      title: 'A keyword cannot be a name',
      message: ({ word }) => `A name is needed here; "${word}" is a keyword.`,
      hint: ({ word }) => `Choose another name, or put it in quotes: 「${word}」.`,
    },
    bad: `${head}\n主体 全部 (everybody)\n  年龄 (age): 周岁\n`,
    good: `${head}\n主体 「全部」 (everybody)\n  年龄 (age): 周岁\n`,
  }),
  thousands: define<{ number: string }>({
    code: 'BF1028',
    severity: 'warning',
    zh: {
      title: '集合里的逗号读成了千位分隔',
      message: ({ number }) => `“${number}” 读作一个数。`,
      hint: ({ number }) => `如果是几个数，逗号后面空一格：“${number.replaceAll(',', ', ')}”。`,
    },
    en: {
      title: 'A comma in a set is read as a thousands separator',
      message: ({ number }) => `"${number}" is read as one number.`,
      hint: ({ number }) =>
        `If several are meant, put a space after the comma: "${number.replaceAll(',', ', ')}".`,
    },
    bad: `${person}  编号 (number): 整数\n\n项目 补助 (aid)\n  资格 编号 属于 {1,200}\n`,
    good: `${person}  编号 (number): 整数\n\n项目 补助 (aid)\n  资格 编号 属于 {1, 200}\n`,
  }),
};
