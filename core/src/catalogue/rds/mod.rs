//! Amazon RDS: databases and their subnet groups.
