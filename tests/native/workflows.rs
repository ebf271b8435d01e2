//! The workflows, and the one that the README gives: YAML, pinned, with no more rights than they use, and with commands
//! that there are.

use std::path::Path;

use saphyr::{LoadableYamlNode, Yaml};

use crate::readme_data::{asked_of_the_tool, commands};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Each workflow with its name.
fn workflows() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root().join(".github/workflows")).unwrap() {
        let path = entry.unwrap().path();
        found.push((
            path.file_name().unwrap().to_string_lossy().into_owned(),
            std::fs::read_to_string(path).unwrap(),
        ));
    }
    found.sort();
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    for block in readme.split("```yaml\n").skip(1) {
        found.push(("README.md".into(), block.split("```").next().unwrap().to_owned()));
    }
    found
}

fn yaml(text: &str) -> Yaml<'_> {
    let mut documents = Yaml::load_from_str(text).unwrap();
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

/// The jobs of a workflow by name.
fn jobs<'a>(workflow: &'a Yaml) -> Vec<(&'a str, &'a Yaml<'a>)> {
    let jobs = workflow["jobs"].as_mapping().unwrap();
    jobs.iter().map(|(name, job)| (name.as_str().unwrap(), job)).collect()
}

fn steps<'a>(job: &'a Yaml) -> Vec<&'a Yaml<'a>> {
    job["steps"].as_sequence().unwrap().iter().collect()
}

/// A text of a node, if it has one.
fn said<'a>(node: &'a Yaml, name: &str) -> Option<&'a str> {
    node.as_mapping_get(name).and_then(Yaml::as_str)
}

#[test]
fn there_is_one_that_checks_one_that_releases_and_one_to_copy() {
    let names: Vec<String> = workflows().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["check.yml", "release.yml", "README.md"]);
    for (name, text) in workflows() {
        let workflow = yaml(&text);
        assert!(workflow["name"].as_str().is_some(), "{name}");
        assert!(workflow["on"].as_mapping().is_some(), "{name}: when it runs");
        for (job, node) in jobs(&workflow) {
            assert_eq!(node["runs-on"].as_str(), Some("ubuntu-24.04"), "{name}, {job}");
            for step in steps(node) {
                let does = (said(step, "uses"), said(step, "run"));
                assert!(does.0.is_some() != does.1.is_some(), "{name}, {job}: uses or runs something");
            }
        }
    }
}

#[test]
fn every_action_is_pinned_by_its_commit_with_its_version_beside_it() {
    let mut found = 0;
    for (name, text) in workflows() {
        for line in text.lines().filter(|line| line.contains("uses: ")) {
            let (action, version) = line.split_once("uses: ").unwrap().1.split_once(" # ").unwrap();
            let (_, commit) = action.split_once('@').unwrap();
            let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(is_commit && version.starts_with('v'), "{name}: {line}");
            found += 1;
        }
    }
    assert!(found >= 10, "{found}");
}

#[test]
fn rights_are_given_to_the_job_that_needs_them() {
    for (name, text) in workflows() {
        let workflow = yaml(&text);
        let rights = workflow["permissions"].as_mapping().unwrap();
        // A workflow of one job may say them above it.
        if name != "README.md" {
            assert_eq!(rights.len(), 1, "{name}");
            assert_eq!(workflow["permissions"]["contents"].as_str(), Some("read"), "{name}");
        }
    }
    let release = workflows().into_iter().find(|(name, _)| name == "release.yml").unwrap().1;
    let workflow = yaml(&release);
    let rights = |job: &str| -> Vec<String> {
        let found = workflow["jobs"][job].as_mapping_get("permissions").and_then(Yaml::as_mapping);
        let right =
            |(name, right): (&Yaml, &Yaml)| format!("{} {}", name.as_str().unwrap(), right.as_str().unwrap());
        found.map_or_else(Vec::new, |rights| rights.iter().map(right).collect())
    };
    assert!(rights("build").is_empty(), "what runs the project's code can write nothing");
    assert_eq!(rights("site"), ["pages write", "id-token write"]);
    assert_eq!(rights("npm"), ["id-token write"]);
    assert_eq!(rights("files"), ["contents write", "id-token write", "attestations write"]);
    assert!(release.contains("npm publish --provenance"));
    // Nothing is published of what was not checked.
    for job in ["site", "npm", "files"] {
        let needs = &workflow["jobs"][job]["needs"];
        let named = needs.as_sequence().map(|all| all.iter().any(|one| one.as_str() == Some("build")));
        assert!(needs.as_str() == Some("build") || named == Some(true), "{job}");
    }
}

#[test]
fn what_they_run_is_there() {
    let known = commands();
    let mut asked = Vec::new();
    for (name, text) in workflows() {
        let workflow = yaml(&text);
        for (_, job) in jobs(&workflow) {
            for step in steps(job) {
                let run = said(step, "run").unwrap_or_default();
                // What a page's address or a branch's name holds is no code: it comes by the environment.
                assert!(!run.contains("${{"), "{name}: {run}");
                for words in asked_of_the_tool(run) {
                    assert!(known.contains(&words[0]), "{name}: cargo xtask {}", words[0]);
                    asked.push(words[0].clone());
                }
                for script in run.lines().filter(|line| line.starts_with(".ci/")) {
                    assert!(root().join(script).is_file(), "{name}: {script}");
                }
            }
        }
    }
    assert_eq!(asked, ["soak", "package", "dist"]);
}
