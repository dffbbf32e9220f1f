// node unittest.mjs PYODIDE SOURCES TESTS PATTERN: runs unit tests of Python in
// the CPython that Pyodide compiled to WebAssembly, with every warning an error.
import { argv, exit } from "node:process";

const [pyodide, sources, tests, pattern] = argv.slice(2);
const { loadPyodide } = await import(pyodide);
const python = await loadPyodide({ env: { HOME: "/", PYTHONDONTWRITEBYTECODE: "1" } });
for (const [at, root] of [["/sources", sources], ["/tests", tests]]) {
  python.FS.mkdir(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, at);
}
const passed = python.runPython(`
import sys, unittest, warnings

sys.path.insert(0, "/sources")
warnings.simplefilter("error")
print("Python %d.%d" % sys.version_info[:2])
suite = unittest.defaultTestLoader.discover("/tests", ${JSON.stringify(pattern)})
result = unittest.TextTestRunner(stream=sys.stdout).run(suite)
result.testsRun > 0 and result.wasSuccessful()
`);
exit(passed ? 0 : 1);
