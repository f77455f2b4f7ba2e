const shown = (value: string): string => (value === '' ? '' : `：${value}`);

export const git = {
  noRepository: '这里不是 git 仓库；请在仓库里运行，或先 git init。',
  put: (where: string, value: string) => `已写入 ${where}${shown(value)}`,
  there: (where: string, value: string) => `已经有了 ${where}${shown(value)}`,
  left: (where: string, value: string) => `没有改动 ${where}，里面是别人写的${shown(value)}`,
  link: (where: string) => `没有改动 ${where}：它是一个链接，git 不读这样的文件。`,
  taken: (where: string, value: string) => `已去掉 ${where}${shown(value)}`,
  notThere: (where: string, _: string) => `${where} 里没有，不用去掉`,
  otherDriver: (path: string) => `“${path}”另有属性规定，git 不会用 bangfu 比较它。`,
  next: [
    '以后：',
    '  git diff、git log -p、git show        逐行比较政策的意思，排版和注释不算',
    "  git difftool -y -t bangfu -- '*.policy'   逐个文件说明改了什么；可加版本，如 HEAD~1",
    '  bangfu diff HEAD                      一次说明全部改动，连同引用的文件',
    '.gitattributes 可以提交，别人的仓库里要各自运行一次 bangfu git setup；bangfu git undo 撤销。',
  ].join('\n'),
};
