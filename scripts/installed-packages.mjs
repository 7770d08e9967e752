/** For esbuild: what npm installed stays a package that node finds; what lies in packages/ becomes part of the build. */
export const installedPackages = {
  name: "installed-packages",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onResolve }) {
    onResolve({ filter: /^[^.#/~]/ }, ({ path, kind }) => {
      if (kind === "entry-point" || path.startsWith("@lyt-hoejt/")) return undefined;
      return { path, external: true };
    });
  },
};
