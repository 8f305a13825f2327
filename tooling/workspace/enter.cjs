"use strict";
/*
 * The door of every command of the workspace: `node tooling/workspace/enter.cjs <command> [...]`.
 * It needs nothing but Node and npm. Written in ES5 on purpose: a Node that is too old must be able
 * to read this file in order to say so.
 */
var path = require("path");
var childProcess = require("child_process");

var root = path.join(__dirname, "..", "..");
var manifest = require(path.join(root, "package.json"));

/**
 * @param {string} version such as "20.20.2"
 * @param {string} range the `engines` entry, such as ">=20.19"
 * @returns {boolean} whether the version lies in the range
 */
function newEnough(version, range) {
  var have = version.split(".").map(Number);
  var need = range.replace(/^>=/, "").split(".").map(Number);
  for (var i = 0; i < need.length; i++) {
    if (have[i] !== need[i]) return Number(have[i]) > Number(need[i]);
  }
  return true;
}

/**
 * Runs exactly the package manager that the root manifest names, without installing it globally.
 *
 * @param {string[]} args
 * @returns {number} its exit code
 */
function pnpm(args) {
  var command = ["npx", "--yes", "--prefer-offline", "--loglevel=error", manifest.packageManager];
  // A shell, because npx is a batch file on Windows; JSON quotes are quotes to every shell.
  var quoted = args.map(function (arg) {
    return /^[\w@%+=:,./-]+$/.test(arg) ? arg : JSON.stringify(arg);
  });
  var run = childProcess.spawnSync(command.concat(quoted).join(" "), {
    cwd: root,
    stdio: "inherit",
    shell: true,
  });
  return run.status === null ? 1 : run.status;
}

/**
 * @param {string[]} args the command and its arguments
 * @returns {number} the exit code
 */
function enter(args) {
  if (!newEnough(process.versions.node, manifest.engines.node)) {
    console.error(
      "jacobian: expected Node " +
        manifest.engines.node +
        ", got " +
        process.versions.node +
        "; install a newer Node from https://nodejs.org"
    );
    return 1;
  }
  process.env["TURBO_TELEMETRY_DISABLED"] = "1";
  process.env["npm_config_update_notifier"] = "false";
  console.log("Installing the packages of the workspace ...");
  var installed = pnpm(["install", "--frozen-lockfile", "--prefer-offline"]);
  if (installed !== 0) {
    if (args[0] === "test") console.log("0 passed, 1 failed");
    return installed;
  }
  return pnpm(["exec", "tsx", "tooling/workspace/src/main.ts"].concat(args));
}

module.exports = { newEnough: newEnough };

if (require.main === module) process.exitCode = enter(process.argv.slice(2));
