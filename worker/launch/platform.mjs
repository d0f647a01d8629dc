import { Refusal } from './refusal.mjs';

/** Whether version `text` ('20.20.2') is at least `major.minor`. */
export function atLeast(text, major, minor) {
  const [a = 0, b = 0] = text.replace(/^v/, '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

/** Refuses a Node too old to run the launcher, and systems we bring no engine and database for. */
export function checkPlatform({
  version = process.versions.node,
  platform = process.platform,
  arch = process.arch,
} = {}) {
  if (!atLeast(version, 20, 20)) {
    throw new Refusal(
      `cần Node 20.20 trở lên, máy đang có ${version}; hãy cài bản mới từ https://nodejs.org rồi chạy lại`,
      `Node 20.20 or later is needed, this is ${version}; install a newer one and try again`,
    );
  }
  if (!['linux', 'darwin'].includes(platform) || !['x64', 'arm64'].includes(arch)) {
    throw new Refusal(
      `chưa hỗ trợ ${platform}-${arch}; hãy dùng Linux hoặc macOS (x64, arm64), trên Windows hãy dùng WSL 2`,
      `${platform}-${arch} is not supported; use Linux or macOS (x64, arm64), on Windows WSL 2`,
    );
  }
}
