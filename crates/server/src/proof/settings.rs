//! The `[proof]` part of the configuration. A server on the public Internet needs none of it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use serde::Deserialize;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::{self, ClientConfig, RootCertStore};

use crate::model::Network;

/// How domains are asked for proof, for tests and for networks of their own.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProofSettings {
    /// The name server to ask; those of `/etc/resolv.conf` if left out.
    pub name_server: Option<SocketAddr>,
    /// The port of HTTPS.
    pub https_port: u16,
    /// A PEM file with certificate authorities to trust beside those that browsers trust.
    pub ca_file: Option<PathBuf>,
    /// Networks to connect to although they are not public.
    pub allowed_networks: Vec<Network>,
}

impl Default for ProofSettings {
    fn default() -> Self {
        Self {
            name_server: None,
            https_port: 443,
            ca_file: None,
            allowed_networks: Vec::new(),
        }
    }
}

/// What is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file with certificate authorities can't be used.
    #[error("proof.ca_file: {0}: {1}")]
    Authorities(PathBuf, String),
    /// TLS can't be set up.
    #[error("proof: {0}")]
    Tls(#[from] rustls::Error),
}

impl ProofSettings {
    /// TLS as web browsers speak it: with Mozilla's list of authorities, whatever this machine
    /// trusts beside them.
    ///
    /// # Errors
    ///
    /// If the file with certificate authorities can't be read.
    pub fn tls(&self) -> Result<Arc<ClientConfig>, SettingsError> {
        let mut roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        if let Some(file) = &self.ca_file {
            let unusable = |error: String| SettingsError::Authorities(file.clone(), error);
            let found =
                CertificateDer::pem_file_iter(file).map_err(|error| unusable(error.to_string()))?;
            for certificate in found {
                let certificate = certificate.map_err(|error| unusable(error.to_string()))?;
                roots
                    .add(certificate)
                    .map_err(|error| unusable(error.to_string()))?;
            }
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Arc::new(config))
    }
}
