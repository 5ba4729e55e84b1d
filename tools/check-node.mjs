/** Oldest Node.js this runs on: require of ES modules, `import.meta.dirname` and the build tools need it. Written so that an old Node.js can still read it. */
var oldest = [20, 19];

/** Leaves with a sentence when the Node.js at hand is too old. */
export function checkNode() {
  var found = process.versions.node.split('.').map(Number);
  if (found[0] > oldest[0] || (found[0] === oldest[0] && found[1] >= oldest[1])) return;
  console.error('Yimen needs Node.js ' + oldest.join('.') + ' or newer; this is ' + process.versions.node + '. Get a current one from https://nodejs.org/ and start again.');
  console.error('一门需要 Node.js ' + oldest.join('.') + ' 或更新版本；当前是 ' + process.versions.node + '。请从 https://nodejs.org/ 安装后再启动。');
  process.exit(1);
}
