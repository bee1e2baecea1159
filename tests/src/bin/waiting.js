// Notes the longest time that a timer which is due at once waited: behind a script, a layout or a paint.
// A browser lets such timers wait some milliseconds anyhow.
const watched = { longest: 0, over: false };
window.watched = watched;
let last = performance.now();
const tick = () => {
  const now = performance.now();
  watched.longest = Math.max(watched.longest, now - last);
  last = now;
  if (!watched.over) setTimeout(tick, 0);
};
setTimeout(tick, 0);
