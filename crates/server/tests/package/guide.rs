//! docs/OPERATING.md, followed to the letter.

use undersigned_testbed::Machine;

const OPERATING: &str = include_str!("../../../../docs/OPERATING.md");

/// The way from an empty machine to a letter, step by step.
pub(crate) struct Guide(&'static str);

impl Guide {
    pub(crate) fn read() -> Self {
        let (_, rest) = OPERATING
            .split_once("## From an empty machine to a letter\n")
            .unwrap();
        let (guide, _) = rest.split_once("\n## ").unwrap();
        Self(guide)
    }

    /// Types what a step says, each line changed by `adapted`, in one shell that expands aliases.
    pub(crate) fn follow(
        &self,
        machine: &Machine,
        step: &str,
        adapted: impl Fn(&str) -> String,
    ) -> String {
        let blocks = self.blocks(step, "sh");
        assert!(!blocks.is_empty(), "nothing to type in {step}");
        let typed: Vec<String> = blocks.lines().map(adapted).collect();
        // A terminal's shell reads ~/.bashrc and stops at nothing; this one stops at what fails.
        let shell = "shopt -s expand_aliases; set -e; [ -e ~/.bashrc ] && . ~/.bashrc";
        machine.must(&format!("{shell}\n{}", typed.join("\n")))
    }

    /// Puts the step's settings in the place of the configuration's own of that name.
    pub(crate) fn write_settings(&self, machine: &Machine, step: &str) {
        let settings = self.blocks(step, "toml");
        let file = "/var/lib/undersigned/undersigned.toml";
        assert!(settings.starts_with("[mail]") && !settings.contains('\''));
        machine.must(&format!(
            "sed -i '/^\\[mail\\]/,$d' {file} && printf '%s' '{settings}' >> {file}"
        ));
    }

    fn blocks(&self, step: &str, language: &str) -> String {
        let (_, rest) = self.0.split_once(&format!("\n### {step}")).unwrap();
        let step = rest.split("\n### ").next().unwrap();
        let opening = format!("\n```{language}\n");
        let blocks = step.split(&opening).skip(1);
        blocks
            .map(|block| block.split("```").next().unwrap())
            .collect()
    }
}
