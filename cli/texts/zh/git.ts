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
  otherWorkflow: (path: string) => `没有改动 ${path}：那里已有别的内容；要换成新的，先删去它。`,
  workflowNext: {
    github: '提交后，改动政策的合并请求会收到比较报告；有人吃亏、应用要改或有未决的，检查不通过。',
    gitlab:
      "在 .gitlab-ci.yml 里加 include: { local: '.gitlab/bangfu.yml' }，并设掩码变量 BANGFU_TOKEN（项目令牌，范围 api）；提交后，改动政策的合并请求会收到比较报告。",
    gitee:
      '在流水线里设加密变量 BANGFU_TOKEN（私人令牌，范围 pull_requests）；提交后，合并请求会收到比较报告。',
  },
  noRequest: '这里不是合并请求的流水线；comment 只在 GitHub Actions、GitLab CI、Gitee Go 的合并请求里用。',
  noToken: {
    github: '没有 GITHUB_TOKEN，报告没有发到合并请求上，只列在这里。',
    gitlab: '没有 BANGFU_TOKEN，报告没有发到合并请求上，只列在这里。',
    gitee: '没有 BANGFU_TOKEN，报告没有发到合并请求上，只列在这里。',
  },
  mayNotPost: (status: number, said: string) =>
    `令牌不许发评论（${status}：${said}），来自复刻的合并请求就是如此；报告只列在这里。`,
  refused: (status: number | null, said: string) =>
    `报告没有发出：${status === null ? '' : `${status} `}${said}`,
  posted: { new: '报告已发到合并请求上。', replaced: '已更新合并请求上的报告。' },
  cut: '_报告太长，后面的没有列出；完整的报告在流水线的产物或日志里。_',
};
