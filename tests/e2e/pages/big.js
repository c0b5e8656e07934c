// What a page can notice of its own responsiveness: gaps between frames, and how long after a key it hears of it.
// Collected in milliseconds from the moment the page has been laid out and drawn.
window.measured = { frames: [], keys: [], isSettled: false };
let last = 0;
requestAnimationFrame(function frame(now) {
  if (measured.isSettled && last > 0) measured.frames.push(Math.round(now - last));
  last = now;
  requestAnimationFrame(frame);
});
addEventListener('load', () => {
  // Parsing and first layout are over with the second frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        measured.isSettled = true;
      }, 100),
    ),
  );
});
addEventListener('keydown', (event) => {
  measured.keys.push(Math.round(performance.now() - event.timeStamp));
});
