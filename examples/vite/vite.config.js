export default {
  base: "./",
  // In development Vite would move the package's scripts away from the files that lie beside them.
  optimizeDeps: { exclude: ["yaolan"] },
};
